using FashionRecs.Experiments.DataPackage;
using FashionRecs.Experiments.Lab;
using FashionRecs.Experiments.Lab.DataPackage;
using FashionRecs.Experiments.Tests.DataPackage;

namespace FashionRecs.Experiments.Tests.Lab;

/// <summary>The scripts of a study's data package compute every number of its report again.</summary>
public sealed class LabReproduceTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("study");

    [Theory]
    [InlineData("python3", 3, true, 12, false)]
    [InlineData("python3", 2, true, 30, true)]
    [InlineData("python3", 7, false, 21, false)]
    [InlineData("python3", 2, false, 40, true)]
    [InlineData("Rscript", 3, true, 12, false)]
    [InlineData("Rscript", 2, true, 30, true)]
    [InlineData("Rscript", 7, false, 21, false)]
    [InlineData("Rscript", 2, false, 40, true)]
    public async Task Script_OfAStudy_FindsTheNumbersOfTheReport(string program, int arms, bool within, int people, bool leavesOut)
    {
        await UnpackAsync(LabTrial.Of(arms, within, people, leavesOut: leavesOut, primary: arms == 7 ? "dwell" : "explanation"));

        var (code, said) = await RunAsync(program);

        Assert.True(code == 0, said);
        Assert.Contains("numbers computed again", said);
    }

    [Theory]
    [InlineData("python3")]
    [InlineData("Rscript")]
    public async Task Script_AnswersInOneArmAlone_FindsTheNumbersOfTheReport(string program)
    {
        await UnpackAsync(LabTrial.Of(2, true, 6, answers: (_, arm) => arm == "arm 1"));

        var (code, said) = await RunAsync(program);

        Assert.True(code == 0, said);
    }

    [Theory]
    [InlineData("python3")]
    [InlineData("Rscript")]
    public async Task Script_ReportWithAnotherNumber_Fails(string program)
    {
        await UnpackAsync(LabTrial.Of(2, true, 8));
        var report = new FileInfo(Path.Combine(folder.FullName, "report.csv"));
        await File.WriteAllTextAsync(report.FullName, System.Text.RegularExpressions.Regex.Replace(
            await File.ReadAllTextAsync(report.FullName), "(reliability,explanation,,alpha,)[^\r\n]+", "${1}0.1234"));

        var (code, said) = await RunAsync(program);

        Assert.Equal(1, code);
        Assert.Contains("alpha", said);
    }

    [Fact]
    public async Task Package_OfAStudy_NamesNobodyAndKeepsTheirOwnWordsOut()
    {
        var log = LabTrial.Of(2, true, 4);
        await UnpackAsync(log with
        {
            Participants = [.. log.Participants.Select(participant => participant with { Comment = "I am Ada Lovelace." })],
        });

        foreach (var file in folder.GetFiles())
        {
            var text = await File.ReadAllTextAsync(file.FullName);
            Assert.DoesNotContain("Lovelace", text);
            Assert.All(log.Participants.Where(participant => participant.TakesPart),
                participant => Assert.DoesNotContain(participant.Unit.ToString(), text));
        }

        Assert.Equal(
            ["README.txt", "answers.csv", "arms.csv", "codebook.csv", "design.json", "impressions.csv", "items.csv", "measures.csv",
                "outcomes.csv", "participants.csv", "parts.csv", "report.csv", "report.json", "reproduce.R", "reproduce.py",
                "settings.csv"],
            folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Task UnpackAsync(LabLog log) => PackageScripts.UnpackAsync(folder, file => LabPackage.WriteAsync(
        file, log, new Pseudonyms(new byte[32]), LabTrial.Start, TestContext.Current.CancellationToken));

    private Task<(int Code, string Said)> RunAsync(string program) => PackageScripts.RunAsync(folder, program);
}
