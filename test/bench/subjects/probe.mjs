import { writeSync } from 'node:fs';

// Loaded before the measured program: says at its end what the process used, on a pipe of its own.
process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));
