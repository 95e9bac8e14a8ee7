/*
 * In a web worker Mocha's browser build takes the place of the package: its functions stand in the global
 * object. The tests' `import … from 'mocha'` ends up here.
 */

/** As Mocha's own. */
export const describe: Mocha.SuiteFunction = globalThis.describe;
/** As Mocha's own. */
export const it: Mocha.TestFunction = globalThis.it;
/** As Mocha's own. */
export const before: Mocha.HookFunction = globalThis.before;
/** As Mocha's own. */
export const after: Mocha.HookFunction = globalThis.after;
