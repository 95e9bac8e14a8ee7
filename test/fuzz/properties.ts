import fc from 'fast-check';
import { holdAnnotations, holdConfiguration } from './hold-files.ts';
import { holdProtocol, nastyMessages } from './hold-protocol.ts';
import { holdRecord } from './hold-record.ts';
import { nastyAnnotations, nastyConfiguration } from './nasty-files.ts';
import { nastyText } from './nasty-text.ts';

/** Something that must hold whatever comes in. */
export interface FuzzProperty {
  readonly name: string;
  /** How many inputs are tried where time is short. */
  readonly runs: number;
  readonly property: fc.IAsyncPropertyWithHooks<never>;
}

const define = <Input>(
  name: string,
  runs: number,
  inputs: fc.Arbitrary<Input>,
  hold: (input: Input) => Promise<void> | void,
): FuzzProperty => ({
  name,
  runs,
  property: fc.asyncProperty(inputs, async (input) => hold(input)) as never,
});

/** All of them. */
export const fuzzProperties: readonly FuzzProperty[] = [
  define(
    'a record',
    120,
    fc.tuple(nastyText, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
    ([text, at]) => holdRecord(text, at),
  ),
  define('a configuration file', 200, nastyConfiguration, holdConfiguration),
  define('a file of comments', 150, nastyAnnotations, holdAnnotations),
  define('messages of the protocol', 30, nastyMessages, holdProtocol),
];
