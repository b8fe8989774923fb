/** The colours of views on a terminal. */
import type { Ink } from '../view/render.ts';
import { type Colour, colour } from './output.ts';

const INKS: Readonly<Record<Ink, Colour | undefined>> = {
  ordinal: 'grey',
  loop: 'blue',
  segment: 'bold',
  label: 'bold',
  name: 'grey',
  value: undefined,
  meaning: 'cyan',
  error: 'red',
  warning: 'yellow',
  info: 'green',
};

/** The text in its colour where stdout is a terminal. */
export function paint(ink: Ink, text: string): string {
  const name = INKS[ink];
  return name === undefined ? text : colour(name, text);
}
