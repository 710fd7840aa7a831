// The command; everything is in CommandLineTool.
