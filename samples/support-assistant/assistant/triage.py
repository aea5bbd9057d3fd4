"""Sorts incoming mail with the shop's own classifier."""

from transformers import pipeline

from assistant.config import TRIAGE_MODEL

classify = pipeline("text-classification", model=TRIAGE_MODEL)


def sort(mail):
    return classify(mail, truncation=True)[0]["label"]
