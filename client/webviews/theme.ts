import type { ProtocolCulture } from '../../server/src/protocol.ts';

/** The colours of the editor's theme, as charts need them. */
export interface Theme {
  readonly text: string;
  readonly faint: string;
  readonly background: string;
  readonly font: string;
  readonly cultures: Readonly<Record<ProtocolCulture, string>>;
}

/** The colours of passages in the text, which a person can change in the settings. */
const names: Readonly<Record<ProtocolCulture, string>> = {
  professional: '--vscode-supervisionLens-professionalForeground',
  managed: '--vscode-supervisionLens-managedForeground',
  humanistic: '--vscode-supervisionLens-humanisticForeground',
  democratic: '--vscode-supervisionLens-democraticForeground',
};

/** Reads the theme that is in force. In high contrast everything is drawn in the colour of text: marks tell it apart. */
export function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string, fallback: string): string => {
    const value = style.getPropertyValue(name).trim();
    return value === '' ? fallback : value;
  };
  const text = colour('--vscode-foreground', '#333');
  const { classList } = document.body;
  const isHighContrast =
    classList.contains('vscode-high-contrast') || classList.contains('vscode-high-contrast-light');
  const pick = (culture: ProtocolCulture): string => (isHighContrast ? text : colour(names[culture], text));
  return {
    text,
    faint: isHighContrast
      ? colour('--vscode-contrastBorder', text)
      : colour('--vscode-editorIndentGuide-background1', '#8884'),
    background: colour('--vscode-editor-background', '#fff'),
    font: colour('--vscode-font-family', 'sans-serif'),
    cultures: {
      professional: pick('professional'),
      managed: pick('managed'),
      humanistic: pick('humanistic'),
      democratic: pick('democratic'),
    },
  };
}

/** Calls back whenever the editor's theme changes. */
export function onThemeChange(changed: () => void): void {
  new MutationObserver(changed).observe(document.body, {
    attributes: true,
    attributeFilter: ['class', 'data-vscode-theme-id'],
  });
}
