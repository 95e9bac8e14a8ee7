import { EventEmitter, commands, type Event } from 'vscode';

/** The condition in the manifest under which a person is drafting. */
const contextKey = 'supervisionLens.isDrafting';

/** While somebody drafts, nothing is said about any note until they ask for it again. In memory only. */
export interface Drafting {
  readonly isOn: () => boolean;
  /** Fires when drafting begins or ends. */
  readonly onChange: Event<void>;
  toggle: () => void;
  /** Ends drafting, if somebody is. */
  end: () => void;
  dispose: () => void;
}

/** Nobody is drafting at first. */
export function createDrafting(): Drafting {
  let isOn = false;
  const changed = new EventEmitter<void>();
  const set = (wanted: boolean): void => {
    if (wanted === isOn) return;
    isOn = wanted;
    void commands.executeCommand('setContext', contextKey, isOn);
    changed.fire();
  };
  return {
    isOn: () => isOn,
    onChange: changed.event,
    toggle: () => set(!isOn),
    end: () => set(false),
    dispose: () => {
      changed.dispose();
    },
  };
}
