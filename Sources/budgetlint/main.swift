import CommandLineTool
import Glibc

exit(Tool(environment: .process()).run(ToolEnvironment.processArguments()))
