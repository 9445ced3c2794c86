// Words of the interface: texts with placeholders, in plural forms where a number counts.

/** @typedef {{ by: string, other: string } & Record<string, string>} PluralForms texts by category; `by` counts */
/** @typedef {string | PluralForms} Word */

const language = document.documentElement.lang || "en";

/**
 * Replace a word's placeholders: `fill("{n} of {total}", { n: 2, total: 8 })` is "2 of 8".
 * @param {Word} word @param {Record<string, any>} values
 */
export function fill(word, values) {
  const text = typeof word === "string" ? word : pluralForm(word, Number(values[word.by]));
  return text.replace(/\{(\w+)\}/g, (placeholder, /** @type {string} */ name) => values[name] ?? placeholder);
}

/** The form that the page's language has for a number. @param {PluralForms} forms @param {number} number */
function pluralForm(forms, number) {
  return forms[new Intl.PluralRules(language).select(number)] ?? forms.other;
}
