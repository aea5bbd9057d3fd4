from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4o-2024-11-20", messages=[])
OpenAI().chat.completions.create(model="gpt-4.1-2025-04-14", messages=[])
