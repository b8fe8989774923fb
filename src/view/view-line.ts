/** The lines of an inspected file, before they are laid out: what a segment says, where it stands, what is wrong with it. */
import type { Issue } from '../issue.ts';

/** An element by name: its value as a person reads it, and what it means where it is a code. */
export type Value = { name: string; value: string; label?: string };

/** An element, or a composite or repeating group with its parts; a group's name is empty. */
export type Part = Value | { name: string; parts: readonly Part[] };

/** One line; `depth` counts the loops around it. */
export type ViewLine =
  | { kind: 'loop'; depth: number; id: string; label: string }
  | {
      kind: 'segment';
      depth: number;
      id: string;
      label: string;
      parts: readonly Part[];
      /** Ordinal in the set, ST = 1; absent outside sets. */
      ordinal?: number | undefined;
    }
  | { kind: 'finding'; depth: number; finding: Issue };
