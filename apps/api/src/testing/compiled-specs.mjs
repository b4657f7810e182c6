import { register } from 'node:module';

// Jest names a specification by its source; what runs is its compiled twin in dist-specs (see global-setup.mjs).
register('./compiled-specs-hooks.mjs', import.meta.url);
