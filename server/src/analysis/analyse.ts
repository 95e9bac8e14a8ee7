import { placeMarks, type BesideFile } from '../annotations/read-marks.ts';
import { computeProfile, type Profile } from '../balance/profile.ts';
import type { Confidentiality, RecordBefore } from '../balance/rule.ts';
import { judgeRecord, type Finding } from '../balance/judge-record.ts';
import { createStrengthFinder, type Strength } from '../balance/strengths.ts';
import { defaultConfiguration, type Configuration } from '../configuration/configuration.ts';
import { profileOf } from '../confidentiality/profiles.ts';
import type { IdentifierFinder } from '../confidentiality/record-identifiers.ts';
import { createCultureReader } from '../culture/culture-reader.ts';
import { createPassagesReader, type PassageReading, type PassagesReader } from '../culture/read-passages.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { observeRecord, type Observation } from '../runs/observations.ts';
import { summariseRecord, type RecordSummary, type SummaryParts } from '../runs/record-summary.ts';
import { createRecordReader, type ReadingCache } from '../record/read-record.ts';
import { recordTop } from '../record/record-top.ts';
import { putMarks } from '../record/put-marks.ts';
import type { SupervisionRecord } from '../record/record.ts';

/** A record with all that can be said of it by itself. */
export interface Analysis {
  readonly record: SupervisionRecord;
  readonly readings: readonly PassageReading[];
  readonly profile: Profile;
  readonly strengths: readonly Strength[];
  readonly observations: readonly Observation[];
  /** The most useful first. */
  readonly findings: readonly Finding[];
  /** What finds identifiers in it; with a private file, that one's names too. */
  readonly identifiers: IdentifierFinder;
}

/** What an analysis may be told besides the text. */
export interface AnalysisOptions {
  readonly configuration?: Configuration;
  /** A path pattern of the settings names the file a record. */
  readonly pathMatches?: boolean;
  /** The record before it in its run. */
  readonly before?: RecordBefore | undefined;
  /** The writer's marks in the file beside the record; they count as those in the text do. */
  readonly beside?: BesideFile | undefined;
  /** From the analysis of the same file before: what hasn't changed isn't read again. */
  readonly cache?: ReadingCache;
}

/** Text in, analysis out; used by the server and the command line alike. */
export interface Analyser {
  /** Whether a text is recognised as a record (spec section 1); looks at its top only. */
  recognises: (text: string, pathMatches?: boolean) => boolean;
  /** Reads a record, without cultures and findings: enough to tell whether to go on. */
  read: (
    text: string,
    options?: AnalysisOptions,
  ) => { readonly record: SupervisionRecord; readonly cache: ReadingCache };
  /** Never throws. */
  analyse: (text: string, options?: AnalysisOptions) => Analysis & { readonly cache: ReadingCache };
  /** The same analysis with its findings judged after the record before it in its run. */
  judgeAfter: (analysis: Analysis, before: RecordBefore, configuration?: Configuration) => Analysis;
  /** What a run keeps of a record; undefined: it is in no run. */
  summarise: (analysis: Analysis, place: SummaryParts['place']) => RecordSummary | undefined;
  /** The analysis of a record that has been read. */
  analyseRecord: (
    record: SupervisionRecord,
    configuration?: Configuration,
    before?: RecordBefore,
  ) => Analysis;
}

/** Makes an analyser; the reader of cultures is made once for each configuration. */
export function createAnalyser(knowledge: Knowledge): Analyser {
  const recordReader = createRecordReader(knowledge.vocabulary);
  const findStrengths = createStrengthFinder(knowledge.strengths, knowledge.messages);
  const passagesReaders = new WeakMap<Configuration, PassagesReader>();
  const passagesReader = (configuration: Configuration): PassagesReader => {
    const known = passagesReaders.get(configuration);
    if (known !== undefined) return known;
    const reader = createPassagesReader(
      createCultureReader(knowledge.model, knowledge.cues, configuration.cues),
    );
    passagesReaders.set(configuration, reader);
    return reader;
  };
  const confidentialityOf = ({ confidentialityProfile, key }: Configuration): Confidentiality => ({
    finder: knowledge.identifiers.withKey(key),
    profile: profileOf(knowledge.identifiers.data, confidentialityProfile),
  });
  const analyser: Analyser = {
    recognises: (text, pathMatches = false) =>
      recordReader.read(recordTop(text), { pathMatches }).record.recognition.recognised,
    read(text, { pathMatches = false, cache: before, beside } = {}) {
      const read = recordReader.read(text, {
        pathMatches,
        ...(before === undefined ? {} : { cache: before }),
      });
      if (beside === undefined) return read;
      return { record: putMarks(read.record, placeMarks(beside, read.record)), cache: read.cache };
    },
    analyse(text, options = {}) {
      const { record, cache } = analyser.read(text, options);
      return { ...analyser.analyseRecord(record, options.configuration, options.before), cache };
    },
    analyseRecord(record, configuration = defaultConfiguration, before) {
      const readings = passagesReader(configuration)(record);
      const profile = computeProfile(readings);
      const confidentiality = confidentialityOf(configuration);
      return {
        record,
        readings,
        profile,
        strengths: findStrengths(record),
        observations: observeRecord(record, record.passages, knowledge.signs, profile),
        findings: judgeRecord(
          { record, readings, profile, before, confidentiality },
          knowledge.signs,
          knowledge.messages,
          configuration.rules,
        ),
        identifiers: confidentiality.finder,
      };
    },
    judgeAfter(analysis, before, configuration = defaultConfiguration) {
      const { signs, messages } = knowledge;
      return {
        ...analysis,
        findings: judgeRecord(
          { ...analysis, before, confidentiality: confidentialityOf(configuration) },
          signs,
          messages,
          configuration.rules,
        ),
      };
    },
    summarise: ({ record, readings, identifiers }, place) =>
      summariseRecord({ record, readings, place, signs: knowledge.signs, identifiers }),
  };
  return analyser;
}
