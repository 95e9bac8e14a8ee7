import { strToU8, Zip, ZipDeflate } from 'fflate';
import { choosePassages, hasOwnPart } from '../content/choose-passages.ts';
import type { RecordComment } from '../../annotations/read-comments.ts';
import { escapeMarkup as escape, toMarkupText } from '../escape-markup.ts';
import { codeBookXml, codeGuid } from './qda-codes.ts';
import type { ReportPassage, ReportRecord } from '../content/report-content.ts';
import { createReportWords, type ReportWords } from '../report-words.ts';
import type { ReportOptions, ReportSink, ReportWriter } from '../report-writer.ts';
import { sourceText } from './source-text.ts';
import { stableGuid } from './stable-guid.ts';

/**
 * A REFI-QDA 1.0 project: a zip with `project.qde` and, under `sources`, each record as plain text in UTF-8.
 * Lines end with a line feed alone, so that positions are the same however a program counts line ends; positions
 * are codepoints from 0, the end exclusive. Sources go out as they come; `project.qde` comes last.
 */
export function createQdpxReport(sink: ReportSink, options: ReportOptions): ReportWriter {
  const words = createReportWords(options);
  const user = stableGuid('user');
  const now = `${options.today}T00:00:00Z`;
  const zip = createZip(sink, options.today);
  const sources: string[] = [];
  const notes: string[] = [];
  return {
    record(record) {
      const chosen = choosePassages(record, options);
      if (!hasOwnPart(record, options)) return Promise.resolve();
      const guid = stableGuid('source', record.path);
      const { text, places } = sourceText(
        options.panel
          ? chosen.map(({ text: line, index }) => ({ text: line, passage: index }))
          : record.lines,
      );
      const selections = chosen.map((passage) => {
        const place = places.get(passage.index);
        return place === undefined ? '' : selectionXml(record, passage, place);
      });
      const refs = record.comments.map((comment, index) => addNote(comment, record.path, index));
      sources.push(
        `<TextSource guid="${guid}" name="${escape(record.path)}" plainTextPath="internal://${guid}.txt" creatingUser="${user}" creationDateTime="${now}">` +
          `<Description>${escape(words.recordLine(record))}</Description>\n${selections.join('')}${refs.join('')}</TextSource>\n`,
      );
      return zip.add(`sources/${guid}.txt`, [text]);
    },
    async end() {
      await zip.add('project.qde', [
        `<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="Supervision Lens" origin="Supervision Lens ${escape(options.version)}" creatingUserGUID="${user}" creationDateTime="${now}">\n`,
        `<Users>\n<User guid="${user}" name="Supervision Lens"/>\n</Users>\n`,
        codeBookXml(words),
        ...list('Sources', sources),
        ...list('Notes', notes),
        `<Description>${escape([words.say('not-for'), ...words.notFor].join(' '))}</Description>\n</Project>\n`,
      ]);
      await zip.end();
    },
  };

  function selectionXml(record: ReportRecord, passage: ReportPassage, place: Place): string {
    const part = [record.path, passage.index] as const;
    const codings = codesOf(passage).map(
      (code) =>
        `<Coding guid="${stableGuid('coding', ...part, code)}" creatingUser="${user}" creationDateTime="${now}"><CodeRef targetGUID="${code}"/></Coding>`,
    );
    const refs = passage.comments.map((comment, index) =>
      addNote(comment, `${record.path}#${passage.index}`, index),
    );
    return (
      `<PlainTextSelection guid="${stableGuid('selection', ...part)}" name="${escape(passage.id)}" startPosition="${place.start}" endPosition="${place.end}" creatingUser="${user}" creationDateTime="${now}">` +
      `<Description>${escape(memo(passage, words))}</Description>${codings.join('')}${refs.join('')}</PlainTextSelection>\n`
    );
  }

  function addNote({ author, text, capabilities }: RecordComment, of: string, index: number): string {
    const guid = stableGuid('note', of, index);
    const content = [text, ...capabilities.map(words.capability)].filter((line) => line !== '').join('\n');
    notes.push(
      `<Note guid="${guid}" name="${escape(author === '' ? words.say('comment') : author)}" creatingUser="${user}" creationDateTime="${now}"><PlainTextContent>${escape(content)}</PlainTextContent></Note>\n`,
    );
    return `<NoteRef targetGUID="${guid}"/>`;
  }
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function list(element: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`<${element}>\n`, ...items, `</${element}>\n`];
}

/** The codes of a passage: its culture, its second one and its aspect. A passage that is hard to tell has none. */
function codesOf({ culture, secondary, aspect }: ReportPassage): string[] {
  if (culture === 'undecided') return [];
  return [
    codeGuid(culture),
    ...(secondary === undefined ? [] : [codeGuid(secondary)]),
    ...(aspect === undefined || culture === 'none' ? [] : [codeGuid(culture, aspect)]),
  ];
}

function memo({ culture, confidence, origin, estimate }: ReportPassage, words: ReportWords): string {
  if (culture === 'undecided') return words.say('memo-undecided', { culture: words.culture(estimate) });
  return words.say('memo', { confidence: Math.round(confidence * 100), origin: words.origin(origin) });
}

interface ZipWriter {
  /** Resolves when what is ready has gone out. */
  add: (name: string, chunks: readonly string[]) => Promise<void>;
  end: () => Promise<void>;
}

function createZip(sink: ReportSink, day: string): ZipWriter {
  let ready: Uint8Array[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else ready.push(chunk);
  });
  const flush = async (): Promise<void> => {
    const chunks = ready;
    ready = [];
    for (const chunk of chunks) await sink(chunk);
    if (failure !== undefined) throw failure;
  };
  return {
    async add(name, chunks) {
      const entry = new ZipDeflate(name, { level: 6 });
      // Zip knows no time zone: noon is that day everywhere.
      entry.mtime = `${day}T12:00:00`;
      zip.add(entry);
      for (const chunk of chunks) {
        entry.push(strToU8(toMarkupText(chunk)));
        await flush();
      }
      entry.push(new Uint8Array(0), true);
      await flush();
    },
    async end() {
      zip.end();
      await flush();
    },
  };
}
