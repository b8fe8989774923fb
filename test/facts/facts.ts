/** The facts that the sources of the corpus state about their files, as lines of text. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CORPUS, type CorpusFile, corpusFolder } from '../corpus.ts';

/** One line: what the tests of `project` say of a file, in that project's words. `test` names the test it is from. */
export type Fact = { project: string; file: CorpusFile; test: string; text: string };

/** Every fact about one file, in order; none where the corpus is not at hand. Rules about many files are left out. */
export function allFacts(): Fact[] {
  if (corpusFolder === undefined) return [];
  const files = new Map(CORPUS.map((file) => [file.path.replace(/^files\//, ''), file]));
  const facts: Fact[] = [];
  let project = '';
  let test = '';
  let file: CorpusFile | undefined;
  for (const line of readFileSync(path.join(corpusFolder, 'assertions.md'), 'utf8').split('\n')) {
    if (line.startsWith('## ')) [project, file] = [line.slice(3).trim(), undefined];
    else if (line.startsWith('### ')) file = files.get(/`(.+)`/.exec(line)?.[1] ?? '');
    else if (line.startsWith('source: ')) test = line.slice(8).trim();
    else if (line.startsWith('- ') && file !== undefined)
      facts.push({ project, file, test, text: line.slice(2).trim() });
  }
  return facts;
}
