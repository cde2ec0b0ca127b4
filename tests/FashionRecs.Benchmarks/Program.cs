using BenchmarkDotNet.Running;
using FashionRecs.Benchmarks.Api;
using FashionRecs.Benchmarks.Desk;
using FashionRecs.Benchmarks.Fuzz;
using FashionRecs.Benchmarks.Histories;
using FashionRecs.Benchmarks.Kill;
using FashionRecs.Benchmarks.Load;
using FashionRecs.Benchmarks.Memory;
using FashionRecs.Benchmarks.Notices;
using FashionRecs.Benchmarks.Pages;
using FashionRecs.Benchmarks.Pairings;
using FashionRecs.Benchmarks.Review;
using FashionRecs.Benchmarks.Scale;
using FashionRecs.Benchmarks.Search;
using FashionRecs.Benchmarks.Writers;

switch (args)
{
    case ["load", .. var options]:
        return await LoadTest.RunAsync(options);
    case ["kill", .. var options]:
        return await KillTest.RunAsync(options);
    case ["scale", .. var options]:
        return await ScaleTest.RunAsync(options);
    case ["memory", .. var options]:
        await MemoryMeasurement.RunAsync(options);
        return 0;
    case ["notices", .. var options]:
        return await NoticeMeasurement.RunAsync(options);
    case ["api"]:
        await ApiMeasurement.RunAsync();
        return 0;
    case ["pages", .. var options]:
        return await PageMeasurement.RunAsync(options);
    case ["pairings", .. var options]:
        await PairingMeasurement.RunAsync(options);
        return 0;
    case ["evidence", .. var options]:
        EvidenceMeasurement.Run(options);
        return 0;
    case ["history", .. var options]:
        await HistoryMeasurement.RunAsync(options);
        return 0;
    case ["fuzz", .. var options]:
        return await FuzzMeasurement.RunAsync(options);
    case ["writers", .. var options]:
        return await WriterMeasurement.RunAsync(options);
    case ["search", .. var options]:
        await SearchMeasurement.RunAsync(options);
        return 0;
    case ["desk", .. var options]:
        return await DeskMeasurement.RunAsync(options);
    case ["review", .. var options]:
        return await ReviewMeasurement.RunAsync(options);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(LoadTest).Assembly).Run(args);
        return 0;
}
