import { l10n, window } from 'vscode';
import type { CulturesMode } from '../cultures/cultures-mode.ts';
import { readCulturesModeSetting, writeCulturesModeSetting } from '../settings.ts';

/** Lets the user choose which passages are coloured, and keeps the choice as a setting. */
export async function showCultures(): Promise<void> {
  const now = readCulturesModeSetting();
  const item = (
    label: string,
    detail: string,
    mode: CulturesMode,
  ): { label: string; detail: string; description?: string; mode: CulturesMode } => ({
    label,
    detail,
    mode,
    ...(mode === now ? { description: l10n.t('as it is now') } : {}),
  });
  const picked = await window.showQuickPick(
    [
      item(
        l10n.t('All passages'),
        l10n.t('What you tagged, and what the tool takes each to be about'),
        'all',
      ),
      item(l10n.t('Tagged passages only'), l10n.t('What you said yourself'), 'tagged'),
      item(l10n.t('None'), l10n.t('Plain text'), 'off'),
    ],
    {
      title: l10n.t('Which passages should be coloured?'),
      placeHolder: l10n.t(
        '□ the work   △ the practice   ○ the person   ∞ together and power; filled where tagged',
      ),
    },
  );
  if (picked !== undefined) await writeCulturesModeSetting(picked.mode);
}
