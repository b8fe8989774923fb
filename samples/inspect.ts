// One claim payment of a remittance as a person reads it, with nothing that tells who the patient is.
import { createReadStream } from 'node:fs';
import { inspectInterchange } from '../src/index.ts'; // from 'claimwire' in your project

const read = () => createReadStream('samples/answers/835.x12');
for await (const line of inspectInterchange(read, { claim: 'CW1003', mask: true, width: 100 })) console.log(line);
