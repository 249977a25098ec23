"""Drawings of what a case or the förbund tells, each with its words and its figures.

A function for each picture; each gives a `report.Picture`, or None when there is nothing to draw:

- `gantt.time_plan(start, slut, aktiviteter, milstolpar)`
- `effects.effect_chain(chain)`
- `economy.economy(utfallsrader)`, and `economy.amounts(...)` for two amounts of any name
- `participants.participants(counted)`, and `participants.by_measure(...)` for what is counted
- `grids.matrix_picture(grid)`, `grids.self_assessment(sjalvvardering)`
- `steps.process_picture(process, fas)`, with "du är här" when there is a phase

`png.png(picture)` draws one as PNG for what cannot show SVG.
"""
