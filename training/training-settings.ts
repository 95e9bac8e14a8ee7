import type { ContextSettings } from './context-trainer.ts';
import type { TextSettings } from './text-trainer.ts';

/** All that is chosen about how a model is trained: `settings.json`. */
export interface TrainingSettings {
  readonly text: TextSettings;
  readonly context: ContextSettings;
}
