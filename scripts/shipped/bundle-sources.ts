import { build } from 'esbuild';
import { bundles, inputsOf } from '../bundles.mjs';

/** What goes into the bundles. */
export interface BundledSources {
  /** Files that something of is in a bundle: from the repository's root, with `/`. */
  readonly files: readonly string[];
  /** Comments in them that speak of licences, each once; bundles don't hold them. */
  readonly legalComments: readonly string[];
}

/** Bundles everything without writing anything. */
export async function bundleSources(): Promise<BundledSources> {
  const results = await Promise.all(
    bundles(false).map((options) =>
      build({ ...options, metafile: true, write: false, sourcemap: false, legalComments: 'external' }),
    ),
  );
  const comments = results
    .flatMap(({ outputFiles }) => outputFiles)
    .filter(({ path }) => path.endsWith('.LEGAL.txt'))
    .flatMap(({ text }) => text.match(/^ {2}\/\*[\s\S]*?\*\//gm) ?? [])
    .map((comment) =>
      comment
        .split('\n')
        .map((line) =>
          line
            .trim()
            .replace(/^\/\*+!?|\*+\/$|^\*+ ?/g, '')
            .trimEnd(),
        )
        .join('\n')
        .trim(),
    );
  return { files: inputsOf(results), legalComments: [...new Set(comments)].sort() };
}
