import * as z from 'zod/mini';
import { messagesSchema, type Messages } from '../balance/messages.ts';
import { createSignPhrases, signPhrasesSchema, type SignPhrases } from '../balance/sign-phrases.ts';
import { strengthsSchema, type StrengthsData } from '../balance/strengths.ts';
import { confidentialitySchema, nameListsSchema } from '../confidentiality/confidentiality-data.ts';
import { createIdentifierFinder, type IdentifierFinder } from '../confidentiality/record-identifiers.ts';
import { parseCueFile } from '../culture/cue-file.ts';
import { compileCueLexicon, type CueLexicon } from '../culture/cue-lexicon.ts';
import { parseCultureModel, type CultureModel } from '../culture/culture-model.ts';
import { leaderQuestionsSchema, type LeaderQuestion } from '../runs/leader-questions.ts';
import { promptsSchema, type Prompt } from '../prompts/prompt-bank.ts';
import { promptingSchema, type Prompting } from '../prompts/prompting.ts';
import { templatesSchema, type Template } from '../prompts/templates.ts';
import { createStandardsBook, standardsSchema, type StandardsBook } from '../standards/standards-book.ts';
import { createWordBook } from '../text/word-book.ts';
import { createVocabulary, vocabularySchema, type Vocabulary } from '../record/vocabulary.ts';

/** All that the product knows and that isn't code, checked and ready for use. */
export interface Knowledge {
  readonly vocabulary: Vocabulary;
  readonly cues: CueLexicon;
  readonly model: CultureModel;
  readonly messages: Messages;
  readonly strengths: StrengthsData;
  readonly signs: SignPhrases;
  readonly prompts: readonly Prompt[];
  readonly prompting: Prompting;
  readonly templates: readonly Template[];
  readonly leaderQuestions: readonly LeaderQuestion[];
  readonly identifiers: IdentifierFinder;
  readonly standards: StandardsBook;
}

/** The data files under `dist/data`. */
export const dataFiles = { knowledge: 'knowledge.json', model: 'culture-model.json' } as const;

/** Reads a file under `dist/data` as text. How depends on the platform. */
export type DataLoader = (name: string) => Promise<string>;

/** `knowledge.json`: every file of `server/data` but the model, under its name. */
const knowledgeSchema = z.strictObject({
  vocabulary: vocabularySchema,
  cues: z.unknown(),
  messages: messagesSchema,
  strengths: strengthsSchema,
  signs: signPhrasesSchema,
  prompts: promptsSchema,
  prompting: promptingSchema,
  templates: templatesSchema,
  leaderQuestions: leaderQuestionsSchema,
  confidentiality: confidentialitySchema,
  names: nameListsSchema,
  standards: standardsSchema,
});

/**
 * Checks and compiles the data.
 * @throws Error that names the first place at fault.
 */
export function createKnowledge(knowledge: unknown, model: unknown): Knowledge {
  const result = z.safeParse(knowledgeSchema, knowledge);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Error(`Data: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
  }
  const { vocabulary: words, cues, signs, standards, confidentiality, names, ...rest } = result.data;
  const vocabulary = createVocabulary(words);
  const book = createWordBook();
  return {
    ...rest,
    vocabulary,
    identifiers: createIdentifierFinder(
      names,
      confidentiality,
      (key) => vocabulary.headerField(key)?.value === 'people',
    ),
    cues: compileCueLexicon(parseCueFile(cues), [], book),
    signs: createSignPhrases(signs, book),
    standards: createStandardsBook(standards),
    model: parseCultureModel(model),
  };
}

/** Loads the data from `dist/data`. */
export async function loadKnowledge(load: DataLoader): Promise<Knowledge> {
  const [knowledge, model] = await Promise.all([load(dataFiles.knowledge), load(dataFiles.model)]);
  return createKnowledge(JSON.parse(knowledge), JSON.parse(model));
}
