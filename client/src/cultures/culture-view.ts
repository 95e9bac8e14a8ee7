import {
  Disposable,
  EventEmitter,
  OverviewRulerLane,
  Range,
  ThemeColor,
  Uri,
  window,
  workspace,
  type Event,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import {
  culturesRequest,
  type CulturesParams,
  type CulturesResult,
  type MarkedCulture,
  type PassageMark,
} from '../../../server/src/protocol.ts';
import type { ServerConnection } from '../server-connection.ts';
import { readCulturesModeSetting, settingsSection } from '../settings.ts';
import { cultureMarkAddress } from './culture-mark.ts';
import { markedCultures, markedPassages, type MarkedPassage } from './marked-passages.ts';

/** What the colours hang on. */
export interface CultureViewSurroundings {
  readonly server: ServerConnection;
  /** Fires with a document's address (as VS Code writes it) when what is shown of it may have changed. */
  readonly onShown: Event<string>;
  /** Whether nothing is to be shown at all just now. */
  readonly isQuiet: () => boolean;
  readonly onQuiet: Event<void>;
}

/** The colours and marks of passages in all editors in sight. */
export interface CultureView {
  /** Fires with what was drawn last, for whoever wants to know (tests). */
  readonly onDrawn: Event<{ readonly uri: string; readonly passages: readonly MarkedPassage[] }>;
  dispose: () => void;
}

/**
 * Draws a tint behind each passage and a mark in the margin at its beginning, as the setting asks for. The editor
 * moves both along with the text; they are asked for anew only after a pause in typing.
 */
export function createCultureView(surroundings: CultureViewSurroundings): CultureView {
  const { server, onShown, isQuiet, onQuiet } = surroundings;
  const styles = createStyles();
  const drawn = new EventEmitter<{ uri: string; passages: readonly MarkedPassage[] }>();

  const draw = (editor: TextEditor, passages: readonly PassageMark[]): void => {
    const shown = markedPassages(passages, isQuiet() ? 'off' : readCulturesModeSetting());
    for (const { culture, tagged, tint, mark } of styles) {
      const own = shown.filter((each) => each.culture === culture && each.tagged === tagged);
      editor.setDecorations(
        tint,
        own.map(({ range }) => toRange(range)),
      );
      editor.setDecorations(
        mark,
        own.map(({ range: { start } }) => toRange({ start, end: start })),
      );
    }
    drawn.fire({ uri: editor.document.uri.toString(), passages: shown });
  };

  const refresh = async (editor: TextEditor): Promise<void> => {
    const { document } = editor;
    if (document.languageId !== 'markdown' || readCulturesModeSetting() === 'off' || isQuiet()) {
      draw(editor, []);
      return;
    }
    const params: CulturesParams = { uri: server.client.code2ProtocolConverter.asUri(document.uri) };
    const { version, passages } = await server.request<CulturesResult>(culturesRequest, params);
    // Where the text has changed meanwhile the colours stay as they are, and are asked for after the next pause.
    if (version === null || version === document.version) draw(editor, passages);
  };
  // A server that is down has said so; colours needn't.
  const refreshQuietly = (editor: TextEditor): void => void refresh(editor).catch(() => undefined);
  const refreshAll = (): void => window.visibleTextEditors.forEach(refreshQuietly);

  refreshAll();
  const registrations = Disposable.from(
    drawn,
    ...styles.flatMap(({ tint, mark }) => [tint, mark]),
    onShown((uri) =>
      window.visibleTextEditors
        .filter(({ document }) => document.uri.toString() === uri)
        .forEach(refreshQuietly),
    ),
    onQuiet(refreshAll),
    window.onDidChangeVisibleTextEditors((editors) => editors.forEach(refreshQuietly)),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${settingsSection}.cultures`)) refreshAll();
    }),
  );
  return { onDrawn: drawn.event, dispose: () => void registrations.dispose() };
}

interface CultureStyle {
  readonly culture: MarkedCulture;
  readonly tagged: boolean;
  readonly tint: TextEditorDecorationType;
  readonly mark: TextEditorDecorationType;
}

function createStyles(): CultureStyle[] {
  return markedCultures.flatMap((culture) =>
    [true, false].map((tagged) => ({
      culture,
      tagged,
      tint: window.createTextEditorDecorationType({
        backgroundColor: new ThemeColor(`supervisionLens.${culture}Background`),
        borderRadius: '2px',
        overviewRulerColor: new ThemeColor(`supervisionLens.${culture}Foreground`),
        overviewRulerLane: OverviewRulerLane.Left,
      }),
      mark: window.createTextEditorDecorationType({
        light: { gutterIconPath: Uri.parse(cultureMarkAddress(culture, 'light', tagged)) },
        dark: { gutterIconPath: Uri.parse(cultureMarkAddress(culture, 'dark', tagged)) },
        gutterIconSize: '80%',
      }),
    })),
  );
}

function toRange({ start, end }: PassageMark['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
