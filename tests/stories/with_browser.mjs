// SPDX-License-Identifier: Apache-2.0
// Runs a command beside one browser for all its stories, whose address is in ABDI_BROWSER:   with_browser.mjs COMMAND…
import { spawn } from 'node:child_process';
import { serve } from './browser.mjs';

const server = await serve();
const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ABDI_BROWSER: server.wsEndpoint() } });
const code = await new Promise((resolve) => { child.on('close', (ended) => resolve(ended ?? 1)); });
await server.close();
process.exit(code);
