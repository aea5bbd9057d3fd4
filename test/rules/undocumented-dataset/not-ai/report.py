import csv

with open("data/sales.csv") as file:
    print(sum(int(row["total"]) for row in csv.DictReader(file)))
