/**
 * What is open at a place in a file: interchange, group, set, loops. Where only some loops are asked for, each frame holds
 * its lines back, unmade, until a loop inside it is one of them, so that this comes with what stands around it.
 */
import type { LoopUse } from '../x12/grammar.ts';
import type { ViewLine } from './view-line.ts';

/** Levels of the envelope; loops follow from LOOPS on. */
export const LEVELS = { ISA: 0, GS: 1, ST: 2, LOOPS: 3 } as const;

/** A line, made when it is shown. */
export type Make = () => ViewLine;

/** How a frame's lines go: shown where it is wanted, kept for what follows in the frame around it, or forgotten with it. */
export type FrameKind = { wanted?: boolean; keeps?: boolean; record?: boolean };

type Frame = Required<FrameKind> & { level: number; held: Make[] };

export type Frames = {
  /** Closes what is open from a level on; `closing` is called for each, innermost first, before it is gone. */
  closeTo(level: number, closing?: (level: number) => void): void;
  /** Opens a level; what is in a wanted one is wanted. */
  open(level: number, kind?: FrameKind): void;
  /** Adds a line to the innermost frame: what can be shown now. One that must be shown takes along the record it is in. */
  add(make: Make, must?: boolean): ViewLine[];
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
    open(level, { wanted = false, keeps = false, record = false } = {}) {
      frames.push({ level, wanted: wanted || frames.at(-1)?.wanted === true, keeps, record, held: [] });
    },
    add(make, must = false) {
      if (all) return [make()];
      const top = frames.at(-1);
      const record = frames.findIndex((frame) => frame.record);
      if (must && record !== -1) for (const frame of frames.slice(record)) frame.wanted = true;
      if (!must && top?.wanted !== true) {
        top?.held.push(make);
        return [];
      }
      return [...frames.flatMap(({ held }) => held.splice(0).map((one) => one())), make()];
    },
  };
}

/** Whether records are read from a loop or one inside it: its lines concern those records only. */
export function holdsRecords(loop: LoopUse): boolean {
  return loop.record || loop.items.some((item) => item.kind === 'loop' && holdsRecords(item));
}
