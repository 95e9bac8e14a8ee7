import { l10n, window, type QuickPickItem } from 'vscode';
import type { ExportFormat } from '../../../server/src/protocol.ts';
import type { ExportChoices } from './export-request.ts';

type Item<Value> = QuickPickItem & { readonly value: Value };
type Wish = 'redact' | 'withMarks' | 'withProfile';

/** Asks what an export is to be, as far as that isn't said already; undefined after Escape, at any question. */
export async function askExport(given: Partial<ExportChoices>): Promise<ExportChoices | undefined> {
  const steps = given.what === undefined ? 3 : 2;
  const what = given.what ?? (await choose(whatItems(), l10n.t('What would you like to hand on? (1 of 3)')));
  if (what === undefined) return undefined;
  const format =
    given.format ?? (await choose(formatItems(), l10n.t('As what? ({0} of {1})', steps - 1, steps)));
  if (format === undefined) return undefined;
  // Whoever says one of the wishes has said them all.
  const said = given.redact ?? given.withMarks ?? given.withProfile;
  const wishes =
    said !== undefined || format === 'qdc'
      ? []
      : await askWishes(what, l10n.t('How? ({0} of {1})', steps, steps));
  if (wishes === undefined) return undefined;
  const wants = (wish: Wish): boolean => given[wish] ?? wishes.includes(wish);
  return {
    what,
    format,
    redact: wants('redact'),
    withMarks: wants('withMarks'),
    withProfile: wants('withProfile'),
  };
}

async function choose<Value>(items: readonly Item<Value>[], title: string): Promise<Value | undefined> {
  return (await window.showQuickPick(items, { title, matchOnDescription: true }))?.value;
}

async function askWishes(what: ExportChoices['what'], title: string): Promise<readonly Wish[] | undefined> {
  const items: Item<Wish>[] = [
    {
      label: l10n.t('Take out names, numbers and places'),
      detail: l10n.t('Those that are found. Some may be missed, so please look before you pass it on.'),
      value: 'redact',
    },
    {
      label: l10n.t('Keep tags and questions that aren’t answered yet'),
      detail: l10n.t('Without this the words are as you would file them.'),
      value: 'withMarks',
    },
  ];
  if (what === 'panel')
    items.push({
      label: l10n.t('Add the balance of the notes'),
      detail: l10n.t('That is for whoever wrote them to decide.'),
      value: 'withProfile',
    });
  const chosen = await window.showQuickPick(items, {
    canPickMany: true,
    title,
    placeHolder: l10n.t('Tick what you’d like, or nothing, and press Enter.'),
  });
  return chosen?.map(({ value }) => value);
}

function whatItems(): Item<ExportChoices['what']>[] {
  return [
    {
      label: l10n.t('This note'),
      detail: l10n.t('Its passages by what they are about, its balance, what is done well, comments.'),
      value: 'record',
    },
    {
      label: l10n.t('The run that it is in'),
      detail: l10n.t(
        'All notes of the same person or team, the oldest first, and how they change over time.',
      ),
      value: 'run',
    },
    {
      label: l10n.t('Passages for a panel'),
      detail: l10n.t('Of its run, only what is marked #bring or commented, with the comments.'),
      value: 'panel',
    },
  ];
}

function formatItems(): Item<ExportFormat>[] {
  return [
    {
      label: l10n.t('A page'),
      description: '.html',
      detail: l10n.t('To read, print or send.'),
      value: 'html',
    },
    {
      label: l10n.t('A Word document'),
      description: '.docx',
      detail: l10n.t('To go on writing in.'),
      value: 'docx',
    },
    {
      label: l10n.t('A table'),
      description: '.csv',
      detail: l10n.t('A row for each passage, for Excel and the like.'),
      value: 'csv',
    },
    {
      label: l10n.t('A project for qualitative analysis'),
      description: '.qdpx',
      detail: l10n.t('For NVivo, ATLAS.ti, MAXQDA, QualCoder (REFI-QDA).'),
      value: 'qdpx',
    },
    {
      label: l10n.t('The codes alone'),
      description: '.qdc',
      detail: l10n.t('The four cultures and their aspects, without any words of notes (REFI-QDA).'),
      value: 'qdc',
    },
  ];
}
