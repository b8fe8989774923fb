/** After tsc: what the build needs beside JavaScript (migrations, the dashboard's assets), and an executable command line. */
import { chmodSync, cpSync, existsSync } from 'node:fs';

for (const folder of ['src/store/migrations', 'src/dashboard/assets', 'samples']) {
  if (existsSync(folder)) cpSync(folder, `dist/${folder}`, { recursive: true });
}
if (existsSync('dist/src/cli/main.js')) chmodSync('dist/src/cli/main.js', 0o755);
