// Words of the interface: texts with placeholders, in plural forms where a number counts.

/**
 * Texts by category; the number of `by` picks one. The page's language may be another one, as in JupyterLab.
 * @typedef {{ language: string | null, by: string, other: string } & Record<string, string | null>} PluralForms
 * @typedef {string | PluralForms} Word
 */

/**
 * Replace a word's placeholders: `fill("{n} of {total}", { n: 2, total: 8 })` is "2 of 8".
 * @param {Word} word @param {Record<string, any>} values
 */
export function fill(word, values) {
  const text = typeof word === "string" ? word : pluralForm(word, Number(values[word.by]));
  return text.replace(/\{(\w+)\}/g, (placeholder, /** @type {string} */ name) => values[name] ?? placeholder);
}

/** The form that the words' language has for a number. @param {PluralForms} forms @param {number} number */
function pluralForm(forms, number) {
  const [language] = Intl.PluralRules.supportedLocalesOf(forms.language ?? []); // for others, the browser's own would be used
  return (language && forms[new Intl.PluralRules(language).select(number)]) || forms.other;
}
