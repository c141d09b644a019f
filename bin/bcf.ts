#!/usr/bin/env node
import module from 'node:module';

// A Node that can keep what it has compiled, from 22.1 on, need not compile it for each command anew.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();

await import('./program.js');
