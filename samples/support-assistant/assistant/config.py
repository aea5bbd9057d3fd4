"""Settings in one place; the environment may replace them."""

import os

CHAT_MODEL = os.getenv("CHAT_MODEL", "gpt-4o-mini-2024-07-18")
EMBEDDING_MODEL = "text-embedding-3-small"
TRIAGE_MODEL = "models/triage"
ARTICLES = "knowledge"
