using FashionRecs.Cli;

return await CommandLine.RunAsync(args);
