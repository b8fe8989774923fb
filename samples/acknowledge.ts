// Answers a file with the 999 that says what is wrong with it.
import { readFileSync } from 'node:fs';
import { acknowledge } from '../src/index.ts'; // from 'claimwire' in your project

const received = readFileSync('samples/answers/835.x12', 'utf8').replace('HC:99213', 'QQ:99213');

const answer = await acknowledge(received, { isa13: 501, gs06: 77, at: new Date('2026-11-24T09:30:00Z') });
console.log(answer.replaceAll('~', '~\n').trimEnd());
