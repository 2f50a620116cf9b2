"""What a bare Typer app costs that prints one Rich table of the size of our comparison."""

import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()

LEFT = (
    "holds each manager’s commit against what such deals became, and says which part will not come"
)
RIGHT = "commits a figure to the leadership team, is held to it, and announces the shortfall first"


@app.command()
def main(left: str, right: str, lang: str = "en", width: int = 100) -> None:
    """Print a table of the size of a comparison."""
    table = Table(title=f"{left} {right} {lang}")
    for column in ("", left, right):
        table.add_column(column)
    for row in range(45):
        table.add_row(f"~ activity {row}", LEFT, RIGHT)
    Console(width=width).print(table)


if __name__ == "__main__":
    app()
