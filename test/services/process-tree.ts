/** A process and all that came from it, by their ids: frozen, let go on, or killed. Reads Linux's process table. */
import { readdirSync, readFileSync } from 'node:fs';

/** Parent of each process that runs now; empty where there is no such table. */
function parents(): Map<number, number> {
  const found = new Map<number, number>();
  for (const name of processNames()) {
    try {
      // The name in brackets may hold anything; the state and the parent come after the last bracket.
      const status = readFileSync(`/proc/${name}/stat`, 'utf8');
      found.set(Number(name), Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended while we looked.
    }
  }
  return found;
}

function processNames(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Sends a signal; false when the process is gone. */
export function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Stops a process and its descendants where they are, and gives their ids: what is frozen cannot fork, so none is missed. */
export function freezeTree(root: number): number[] {
  const frozen = new Set<number>();
  for (let fresh = [root]; fresh.length > 0; ) {
    for (const pid of fresh) {
      signal(pid, 'SIGSTOP');
      frozen.add(pid);
    }
    fresh = [...parents()].filter(([pid, parent]) => frozen.has(parent) && !frozen.has(pid)).map(([pid]) => pid);
  }
  return [...frozen];
}

/** Kills a process and its descendants. */
export function killTree(root: number): void {
  for (const pid of freezeTree(root)) signal(pid, 'SIGKILL');
}
