/** A sandbox to be killed: `sandbox-process.ts FOLDER DELAY_MS`. */
import { startSandbox } from '../../src/sandbox/sandbox.ts';

const [folder = '', delayMs = '0'] = process.argv.slice(2);
const sandbox = await startSandbox({ folder, delayMs: Number(delayMs), pollMs: 20 });
console.log(sandbox.port);
