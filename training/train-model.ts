import { contextFigures } from '../server/src/culture/context-features.ts';
import { scoreContext, sumScores } from '../server/src/culture/context-score.ts';
import { unpackContext, unpackText, type CultureModelFile } from '../server/src/culture/culture-model.ts';
import { scoreText } from '../server/src/culture/text-score.ts';
import type { Scores } from '../server/src/culture/text-score.ts';
import { passageLabels } from '../server/src/terms/cultures.ts';
import { calibrate, type LeftOutScore } from './calibrate.ts';
import { fitContext, type ContextExample, type ContextSettings } from './context-trainer.ts';
import { writersOf, type LabelledPassage } from './corpus.ts';
import type { TrainingInputs } from './inputs.ts';
import { packContext, packModel, packText } from './pack-model.ts';
import { chooseShownWords } from './shown-words.ts';
import type { TrainingSettings } from './training-settings.ts';
import { fitText, type TextExample, type TextSettings } from './text-trainer.ts';

/** A model, and how it did on the way. */
export interface TrainedModel {
  readonly file: CultureModelFile;
  /**
   * Each passage as scored without its writer: what the calibration is fitted to. A little rosier than
   * `readLeftOut`, where calibration and settings too are blind to the writer.
   */
  readonly leftOut: readonly LeftOutScore[];
}

/**
 * Trains a model: a text model on all passages; a context model and the calibration on scores by text models
 * that never saw the writer they score, since a model is too sure of what it was trained on.
 */
export function trainModel(
  corpus: readonly LabelledPassage[],
  inputs: TrainingInputs,
  settings: TrainingSettings = inputs.settings,
): TrainedModel {
  const text = fitText(toTextExamples(corpus, inputs), inputs.vectors, settings.text);
  const examples = scoreLeftOut(corpus, inputs, settings.text);
  const context = fitContext(examples, settings.context);
  const leftOut = scoreContextsLeftOut(examples, settings.context);
  const calibration = calibrate(leftOut);
  const shownWords = chooseShownWords(corpus, inputs);
  const file = packModel({ inputs: inputs.fingerprint, text, context, calibration, shownWords });
  return { file, leftOut };
}

function toTextExamples(corpus: readonly LabelledPassage[], { featuresOf }: TrainingInputs): TextExample[] {
  return corpus.map((labelled) => ({
    features: featuresOf(labelled.passage.text),
    writer: labelled.writer,
    ...targetOf(labelled),
  }));
}

function targetOf({ primary, secondary }: LabelledPassage): Pick<TextExample, 'label' | 'secondary'> {
  return {
    label: passageLabels.indexOf(primary),
    secondary: secondary === undefined ? undefined : passageLabels.indexOf(secondary),
  };
}

/** Scores each writer's passages and their surroundings by a text model of the other writers. */
function scoreLeftOut(
  corpus: readonly LabelledPassage[],
  inputs: TrainingInputs,
  settings: TextSettings,
): ContextExample[] {
  return writersOf(corpus).flatMap((writer) => {
    const others = corpus.filter((labelled) => labelled.writer !== writer);
    const model = unpackText(packText(fitText(toTextExamples(others, inputs), inputs.vectors, settings)));
    const scoresOf = (text: string): Scores => scoreText(model, inputs.featuresOf(text));
    return corpus
      .filter((labelled) => labelled.writer === writer)
      .map((labelled): ContextExample => ({
        scored: {
          own: scoresOf(labelled.passage.text),
          headings: labelled.passage.headings.map(scoresOf),
          before: labelled.passage.before.map(scoresOf),
          after: labelled.passage.after.map(scoresOf),
          kind: labelled.passage.kind,
          block: labelled.passage.block,
        },
        headings: labelled.passage.headings.map((heading) => inputs.featuresOf(heading).tokens),
        writer,
        ...targetOf(labelled),
      }));
  });
}

/** Scores each writer's passages by a context model of the other writers. */
function scoreContextsLeftOut(
  examples: readonly ContextExample[],
  settings: ContextSettings,
): LeftOutScore[] {
  return writersOf(examples).flatMap((writer) => {
    const others = examples.filter((example) => example.writer !== writer);
    const model = unpackContext(packContext(fitContext(others, settings)));
    return examples
      .filter((example) => example.writer === writer)
      .map(({ scored, headings, label, secondary }) => {
        const parts = scoreContext(model, contextFigures(scored), headings);
        return { scores: sumScores(model, parts), label, secondary };
      });
  });
}
