/** The issues of a file up to a limit; those beyond it are counted and summed up, so that none is lost for the acknowledgment. */
import { type Issue, issue, type Origin, type Severity } from '../issue.ts';

export type IssueList = {
  /** Counts an issue; false when it is one too many to be listed. */
  admits(found: Issue): boolean;
  /** What was not listed since this was last asked, as one issue of the worst severity among them; none when all were. */
  unlisted(origin: Origin): Issue[];
};

const BY_WEIGHT: readonly Severity[] = ['info', 'warning', 'error'];

/** A list that holds `most` issues. */
export function createIssueList(most: number): IssueList {
  let listed = 0;
  let count = 0;
  let worst = 0;
  return {
    admits(found) {
      // That reading stopped is always told.
      if (listed < most || found.code === 'limit-exceeded') {
        listed++;
        return true;
      }
      count++;
      worst = Math.max(worst, BY_WEIGHT.indexOf(found.severity));
      return false;
    },
    unlisted(origin) {
      if (count === 0) return [];
      const message = `issues counted and not listed: ${count}`;
      const found = String(count);
      const severity = BY_WEIGHT[worst] ?? 'error';
      count = 0;
      worst = 0;
      return [issue('issues-unlisted', { message, severity, found, origin })];
    },
  };
}
