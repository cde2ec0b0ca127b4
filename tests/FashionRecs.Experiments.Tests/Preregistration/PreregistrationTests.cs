using System.Text;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Assignment;
using FashionRecs.Experiments.GroupSequential;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Planning;
using FashionRecs.Experiments.Preregistration;
using FashionRecs.Experiments.Results;
using Microsoft.Extensions.Time.Testing;

namespace FashionRecs.Experiments.Tests.Preregistration;

public class PreregistrationTests
{
    private readonly ExperimentActions actions = new(new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero)));

    private static ExperimentDesign Design => new()
    {
        Hypothesis = "A marked region makes a reason easier to believe – “more” so.",
        Arms = [new("control", 0.5, new WordsOnly()), new("box", 0.5, new BoxWithWords())],
        Slot = new LayerSlot("reasons", new BucketRange(0, 0.5)), Exclusions = "Staff are left out.",
        PrimaryMetric = "persuasion", Guardrails = ["hidden"], PlannedPerArm = 1000, PlannedUnits = 2000,
        Plan = new SizePlan(MetricKind.Proportion, 0.1, 0.1, 0.8, 1) { CountedShare = 1 },
    };

    [Fact]
    public void Submit_Design_IsFrozenWithItsTimeAndHash()
    {
        var review = Review();
        var frozen = review.Preregistration!;

        Assert.True(frozen.IsUnchanged());
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), frozen.At);
        Assert.Contains(frozen.Sha256, review.Audit[^1].What);
        Assert.False((frozen with { Document = frozen.Document.Replace("0.1", "0.2") }).IsUnchanged());
        var document = PreregistrationDocument.Parse(frozen.Document);
        Assert.Equal((8, Design.Slot, Design.Plan), (document.AsPredicted.Count, document.Design.Slot, document.Design.Plan));
        Assert.Contains("Staff are left out.", document.AsPredicted[5].Answer);
        Assert.Contains("1,000 that count", document.AsPredicted[6].Answer);
        Assert.Null(actions.Reject(review, "Grace", "the arms").Preregistration);
    }

    [Fact]
    public void Deviations_RunAsPlanned_AreNone() => Assert.Empty(Deviations.Of(Running(), 1000));

    [Fact]
    public void Deviations_WhatWasRunOtherwise_IsSaid()
    {
        var experiment = actions.NewPhase(Running(), [new("control", 0.3, new WordsOnly()), new("map", 0.7, new MapOnly())], 0.5, "Ada");
        experiment = actions.Stop(experiment, "Ada", "enough");

        var found = Deviations.Of(experiment, 400);

        Assert.Equal(
            [
                "Phase 2: the arm 'control' had a weight of 30 %, 50 % was preregistered.", "Phase 2: the arm 'map' was not preregistered.",
                "Phase 2: the arm 'box' was preregistered and not run.",
                "Phase 2: 50 % of the traffic took part in the end, 100 % was preregistered.",
                "It was run in 2 phases; one was preregistered.",
                "It ended with 400 of 1,000 planned shoppers that count in the smallest arm.",
            ],
            found);
    }

    [Fact]
    public void Deviations_ChangedAfterTheStart_AreSaid()
    {
        var running = Running();
        var frozen = running.Preregistration!;

        Assert.Contains("changed after it was frozen",
            Assert.Single(Deviations.Of(running with { Preregistration = frozen with { Document = frozen.Document + " " } }, 1000)));
        Assert.Contains("not the one that was preregistered",
            Assert.Single(Deviations.Of(running with { Design = running.Design with { PrimaryMetric = "bag" } }, 1000)));
        Assert.Equal(["It was not preregistered."], Deviations.Of(running with { Preregistration = null }, 1000));
    }

    [Fact]
    public void Pdf_FrozenDesign_HasEveryWordAndTheHash()
    {
        var frozen = Review().Preregistration!;

        var pdf = Encoding.ASCII.GetString(PreregistrationPdf.Of(frozen));
        var said = Text(pdf);

        Assert.StartsWith("%PDF-1.4", pdf);
        Assert.EndsWith("%%EOF\n", pdf);
        Assert.Contains(frozen.Sha256, said);
        Assert.Contains("Staff are left out.", said.Replace('\n', ' '));
        Assert.Contains(((char)150).ToString(), said);
        // Every entry of the table points at its object.
        var table = pdf[(pdf.IndexOf("xref\n", StringComparison.Ordinal) + 5)..].Split('\n');
        for (var number = 1; number < int.Parse(table[0].Split(' ')[1]); number++)
        {
            Assert.StartsWith($"{number} 0 obj", pdf[int.Parse(table[number + 1][..10])..]);
        }
    }

    [Fact]
    public void Pdf_HypothesisInChineseGreekAndPolish_IsReadable()
    {
        const string Hypothesis = "标出区域的理由更容易让人相信，κ ≥ 0.6; żółw, 한";
        var frozen = actions.Submit(actions.Create("why", Design with { Hypothesis = Hypothesis }, "Ada"), [], "Ada").Preregistration!;

        var said = Text(Encoding.ASCII.GetString(PreregistrationPdf.Of(frozen)));

        Assert.Contains("标出区域的理由更容易让人相信，κ ≥ 0.6; żółw, ?", said);
    }

    /// <summary>No reader has to bring a font of them.</summary>
    [Fact]
    public void Pdf_GreekAndCyrillic_BringTheirLetters()
    {
        var frozen = actions.Submit(
            actions.Create("why", Design with { Hypothesis = "Η επισήμανση της περιοχής; Ещё яснее, її" }, "Ada"), [], "Ada")
            .Preregistration!;

        var pdf = Encoding.ASCII.GetString(PreregistrationPdf.Of(frozen));

        Assert.Contains("Η επισήμανση της περιοχής; Ещё яснее, її", Text(pdf));
        Assert.Contains("/FontFile2", pdf);
        Assert.DoesNotContain("/F3 ", pdf);
        Assert.InRange(pdf.Length, 1, 60_000);
    }

    [Fact]
    public void Pdf_LongGreekParagraph_BreaksBetweenWords()
    {
        var hypothesis = string.Concat(Enumerable.Repeat("περιοχη κανει ", 20)).TrimEnd();
        var frozen = actions.Submit(actions.Create("why", Design with { Hypothesis = hypothesis }, "Ada"), [], "Ada").Preregistration!;

        var lines = Text(Encoding.ASCII.GetString(PreregistrationPdf.Of(frozen))).Split('\n').Where(line => line.Contains('π')).ToArray();

        Assert.True(lines.Length > 4);
        Assert.All(lines.SelectMany(line => line.Split(' ')), word => Assert.Contains(word, (string[])["περιοχη", "κανει"]));
    }

    /// <summary>What German needs is in the font that every reader has.</summary>
    [Fact]
    public void Pdf_HypothesisInGerman_NeedsNoOtherFontThanHelvetica()
    {
        const string Hypothesis = "Größer als „üblich“ – oder ‚gleich‘, ‹etwa› • für 5 €";
        var frozen = actions.Submit(actions.Create("why", Design with { Hypothesis = Hypothesis }, "Ada"), [], "Ada").Preregistration!;

        var pdf = Encoding.ASCII.GetString(PreregistrationPdf.Of(frozen));

        Assert.DoesNotContain("/F3", pdf);
        Assert.DoesNotContain("/FontFile2", pdf);
        Assert.Contains($"Größer als {(char)132}üblich{(char)147} {(char)150} oder {(char)130}gleich{(char)145}", Text(pdf));
    }

    [Fact]
    public void Pdf_LongChineseParagraph_StaysWithinTheMargins()
    {
        var hypothesis = string.Concat(Enumerable.Repeat("标出区域的理由更容易让人相信，", 20));
        var frozen = actions.Submit(actions.Create("why", Design with { Hypothesis = hypothesis }, "Ada"), [], "Ada").Preregistration!;

        var lines = Text(Encoding.ASCII.GetString(PreregistrationPdf.Of(frozen))).Split('\n')
            .Where(line => line.Length > 0 && hypothesis.Contains(line)).ToArray();

        // 483 points between the margins, 10 a character.
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 48));
        Assert.DoesNotContain(lines, line => line[0] == '，');
        Assert.Equal(hypothesis + hypothesis, string.Concat(lines));
    }

    [Fact]
    public void Pdf_Pages_AreNumberedAndNoQuestionStandsAtAFoot()
    {
        var frozen = Review().Preregistration!;
        var pages = Encoding.ASCII.GetString(PreregistrationPdf.Of(frozen)).Split("stream\n")
            .Where(part => part.StartsWith("BT", StringComparison.Ordinal))
            .Select(page => page.Split('\n').Where(line => line.EndsWith("Tj ET", StringComparison.Ordinal)).ToArray()).ToArray();

        Assert.True(pages.Length > 1);
        Assert.All(pages.Index(), page =>
        {
            Assert.Equal($"why, SHA-256 {frozen.Sha256}, page {page.Index + 1} of {pages.Length}", Text(page.Item[^1]));
            Assert.Contains("/F1", page.Item[^2], StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Osf_PlannedLooksAndSize_AreInTheFieldsWords()
    {
        var design = Design with { Comparison = new() { Sequential = false, Group = new(AlphaSpending.OBrienFleming, 4) } };
        var fields = PreregistrationDocument.Of(actions.Create("why", design, "Ada"), DateTimeOffset.UnixEpoch).Osf;

        Assert.Contains("O'Brien–Fleming-like alpha spending", fields.Single(field => field.Question == "Statistical models").Answer);
        Assert.Equal("Power 80 % to find an effect of 10 % of the control's value, where the control's value is 10 %.",
            fields.Single(field => field.Question == "Sample size rationale").Answer);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Osf_ArmsBesideTheControl_AreCorrectedForOnlyWhereThereAreSeveral(int compared, bool isCorrected)
    {
        var design = Design with
        {
            Arms = [new("control", 1.0 / (compared + 1), new WordsOnly()), .. Enumerable.Range(1, compared)
                .Select(number => new Arm($"box{number}", 1.0 / (compared + 1), new BoxWithWords()))],
        };
        var fields = PreregistrationDocument.Of(actions.Create("why", design, "Ada"), DateTimeOffset.UnixEpoch).Osf;

        foreach (var question in new[] { "Statistical models", "Inference criteria", "Sample size rationale" })
        {
            Assert.Equal(isCorrected, fields.Single(field => field.Question == question).Answer
                .Replace("guardrails are corrected", "", StringComparison.Ordinal).Contains("correct", StringComparison.Ordinal));
        }
    }

    /// <summary>The lines of a file; pieces of one line are put together. The font in the file says which characters its glyphs are.</summary>
    private static string Text(string pdf)
    {
        var characters = pdf.Split('\n').Where(line => line.Length == 13 && line[0] == '<' && line[7] == '<')
            .ToDictionary(line => line[1..5], line => ((char)Convert.ToInt32(line[8..12], 16)).ToString());
        return string.Join('\n', pdf.Split('\n').Where(line => line.EndsWith("Tj ET", StringComparison.Ordinal))
            .Select(line => string.Concat(line.Split('/').Skip(1).Select(piece => (piece[..2], piece.Split('<', '>')[1]) switch
            {
                ("F4", var glyphs) => string.Concat(glyphs.Chunk(4).Select(glyph => characters[new(glyph)])),
                ("F3", var codes) => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(codes)),
                var (_, codes) => Encoding.Latin1.GetString(Convert.FromHexString(codes)),
            }))));
    }

    private Experiment Review() => actions.Submit(actions.Create("why", Design, "Ada"), [], "Ada");

    private Experiment Running() => actions.Start(Review(), [], "Grace");
}
