/** The URL parameters of the whole course that open a state of an element; see web/assets.py. */
declare const PARAMETERS: string[];

/** Missing in the type checker's library. */
interface Navigator {
  readonly connection?: { readonly saveData?: boolean };
}
