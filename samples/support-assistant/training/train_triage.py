"""Trains the mail classifier."""

import pandas as pd
from datasets import Dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments

BASE_MODEL = "distilbert/distilbert-base-uncased"
LABELS = ["order", "repair", "complaint", "other"]


def main():
    table = pd.read_csv("data/tickets_train.csv")
    tokenizer = AutoTokenizer.from_pretrained(BASE_MODEL)
    model = AutoModelForSequenceClassification.from_pretrained(BASE_MODEL, num_labels=len(LABELS))
    rows = Dataset.from_pandas(table).map(lambda row: tokenizer(row["text"], truncation=True))
    trainer = Trainer(model=model, args=TrainingArguments("build/triage", num_train_epochs=3), train_dataset=rows)
    trainer.train()
    model.save_pretrained("models/triage")


if __name__ == "__main__":
    main()
