/** The version of the course, and each file's URL with the version mark in its text; see web/offline.py. */
declare const STATE: string;
declare const FILES: Record<string, string>;

/** Missing in the type checker's library. */
interface Request {
  readonly isReloadNavigation?: boolean;
}
