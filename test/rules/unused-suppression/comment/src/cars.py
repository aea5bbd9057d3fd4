# ai-baseline-ignore-next-line undocumented-model -- was a language model once
model = "sedan"
