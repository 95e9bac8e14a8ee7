import { strFromU8, unzipSync } from 'fflate';

/** What a program for qualitative analysis gets out of a REFI-QDA project; written from the standard. */
export interface ReadProject {
  readonly xml: string;
  readonly sources: readonly {
    readonly name: string;
    readonly text: string;
    readonly selections: readonly {
      readonly name: string;
      readonly text: string;
      readonly codes: readonly string[];
      readonly notes: readonly string[];
    }[];
  }[];
}

/** Reads one: positions are codepoints, 0-based, the end exclusive. */
export function readProject(bytes: Uint8Array): ReadProject {
  const files = unzipSync(bytes);
  const xml = strFromU8(files['project.qde']!);
  const codes = new Map(
    [...xml.matchAll(/<Code guid="([^"]*)" name="([^"]*)"/g)].map((code) => [code[1]!, unescape(code[2]!)]),
  );
  const notes = new Map(
    [...xml.matchAll(/<Note guid="([^"]*)"[^>]*><PlainTextContent>([^<]*)</g)].map((note) => [
      note[1]!,
      unescape(note[2]!),
    ]),
  );
  const sources = [...xml.matchAll(/<TextSource ([^>]*)>([\s\S]*?)<\/TextSource>/g)].map((source) => {
    const path = attribute(source[1]!, 'plainTextPath').replace('internal://', 'sources/');
    const text = strFromU8(files[path]!);
    const points = Array.from(text);
    return {
      name: attribute(source[1]!, 'name'),
      text,
      selections: [
        ...source[2]!.matchAll(/<PlainTextSelection ([^>]*)>([\s\S]*?)<\/PlainTextSelection>/g),
      ].map((selection) => ({
        name: attribute(selection[1]!, 'name'),
        text: points
          .slice(
            Number(attribute(selection[1]!, 'startPosition')),
            Number(attribute(selection[1]!, 'endPosition')),
          )
          .join(''),
        codes: targets(selection[2]!, 'CodeRef').map((guid) => codes.get(guid)!),
        notes: targets(selection[2]!, 'NoteRef').map((guid) => notes.get(guid)!),
      })),
    };
  });
  return { xml, sources };
}

function attribute(attributes: string, name: string): string {
  return unescape(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)![1]!);
}

function targets(xml: string, element: string): string[] {
  return [...xml.matchAll(new RegExp(`<${element} targetGUID="([^"]*)"`, 'g'))].map((each) => each[1]!);
}

function unescape(text: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return text.replace(/&(#?\w+);/g, (_, name: string) => entities[name]!);
}
