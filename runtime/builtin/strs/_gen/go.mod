module gen

go 1.27.0

require golang.org/x/text v0.43.0
