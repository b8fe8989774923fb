/**
 * What is open at a place in a file: interchange, group, set, loops. Where only some loops are asked for, each frame holds
 * its lines back until a loop inside it is one of them, so that this comes with what stands around it.
 */
import type { LoopUse } from '../x12/grammar.ts';
import type { ViewLine } from './view-line.ts';

/** Levels of the envelope; loops follow from LOOPS on. */
export const LEVELS = { ISA: 0, GS: 1, ST: 2, LOOPS: 3 } as const;

type Frame = { level: number; wanted: boolean; keeps: boolean; held: ViewLine[] };

export type Frames = {
  /** Closes what is open from a level on; `closing` is called for each, innermost first, before it is gone. */
  closeTo(level: number, closing?: (level: number) => void): void;
  /** Opens a level; what is in a wanted one is wanted. `keeps`: its lines belong to what comes after it. */
  open(level: number, wanted: boolean, keeps: boolean): void;
  /** Adds a line to the innermost frame: what can be shown now. */
  add(line: ViewLine): ViewLine[];
};

/** Frames of one file; with `all` nothing is held back. */
export function createFrames(all: boolean): Frames {
  const frames: Frame[] = [];
  return {
    closeTo(level, closing) {
      for (let top = frames.at(-1); top !== undefined && top.level >= level; top = frames.at(-1)) {
        closing?.(top.level);
        frames.pop();
        if (top.keeps) frames.at(-1)?.held.push(...top.held);
      }
    },
    open(level, wanted, keeps) {
      frames.push({ level, wanted: wanted || frames.at(-1)?.wanted === true, keeps, held: [] });
    },
    add(line) {
      const top = frames.at(-1);
      if (all) return [line];
      if (top?.wanted !== true) {
        top?.held.push(line);
        return [];
      }
      return [...frames.flatMap(({ held }) => held.splice(0)), line];
    },
  };
}

/** Whether records are read from a loop or one inside it: its lines concern those records only. */
export function holdsRecords(loop: LoopUse): boolean {
  return loop.record || loop.items.some((item) => item.kind === 'loop' && holdsRecords(item));
}
