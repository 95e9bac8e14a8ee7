/* For `node --require`: a program that asks how many threads it may use is told one. */
require('node:os').availableParallelism = () => 1;
