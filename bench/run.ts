/** `npm run bench -- [loop|read]`: prints tables and keeps them, section by section, in bench/results.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { benchLoop } from './loop.ts';
import { benchRead } from './read.ts';

const RESULTS = fileURLToPath(new URL('./results.md', import.meta.url));
const SECTIONS = { loop: benchLoop, read: benchRead } as const;

function isSection(name: string): name is keyof typeof SECTIONS {
  return name in SECTIONS;
}

/** Puts a section in place of its last one. */
function keep(name: string, text: string): void {
  const old = existsSync(RESULTS)
    ? readFileSync(RESULTS, 'utf8')
    : '# Benchmarks\n\nWritten by `npm run bench`. Trust the ratios more than the figures: they were taken in one run on one machine.\n';
  const begin = `<!-- ${name} -->`;
  const end = `<!-- /${name} -->`;
  const section = `${begin}\n${text}\n${end}\n`;
  const [from, to] = [old.indexOf(begin), old.indexOf(end)];
  writeFileSync(
    RESULTS,
    from < 0 ? `${old}\n${section}` : old.slice(0, from) + section + old.slice(to + end.length + 1),
  );
}

const asked = process.argv.slice(2).filter(isSection);
for (const name of asked.length === 0 ? (['read', 'loop'] as const) : asked) {
  const facts = `Node ${process.version}, ${os.cpus().length} cores, ${new Date().toISOString().slice(0, 10)}, load ${os.loadavg()[0]?.toFixed(1)} at the start`;
  const text = await SECTIONS[name]();
  process.stdout.write(`${text}\n`);
  keep(name, `${text}\n\n${facts}`);
}
process.exit();
