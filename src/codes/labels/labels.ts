/** Labels of codes: what each means, in a few of our own words. */

/** Labels by code. */
export type LabelList = Readonly<Record<string, string>>;

/** Label lists by data element number. */
export type Labels = Readonly<Record<string, LabelList>>;
