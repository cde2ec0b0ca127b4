using FashionRecs.Experiments.Results;

namespace FashionRecs.Experiments.Tests.Results;

public class AnalysisRequestTests
{
    [Fact]
    public void Run_CovariateSums_AdjustAsPublished()
    {
        var response = AnalysisRequestFile.Parse(
            """
            {"sequential":true,"metric":"mean",
             "control":{"n":3000,"sum":1396.87,"sum_squares":52377.9767,"covariate_sum":16.87,"covariate_sum_squares":527.9767,"main_covariate_sum_product":1},
             "treatment":{"n":3461,"sum":2422.7,"sum_squares":134698.29,"covariate_sum":22.7,"covariate_sum_squares":1348.29,"main_covariate_sum_product":1}}
            """,
            "test").Run();

        Assert.Equal(0.50338, response.Effect!.Value, 5);
        Assert.Equal(-0.50969, response.Interval![0], 5);
        Assert.Equal(1.51646, response.Interval[1], 5);
    }

    [Fact]
    public void Run_Ratio_UsesTheDenominator()
    {
        var response = AnalysisRequestFile.Parse(
            """
            {"metric":"ratio","difference":"absolute",
             "control":{"n":100,"sum":50,"sum_squares":60,"denominator_sum":400,"denominator_sum_squares":2000,"main_denominator_sum_product":230},
             "treatment":{"n":100,"sum":60,"sum_squares":80,"denominator_sum":400,"denominator_sum_squares":2000,"main_denominator_sum_product":260}}
            """,
            "test").Run();

        Assert.Null(response.Error);
        Assert.Equal(0.025, response.Effect!.Value, 12);
    }

    [Fact]
    public void Run_RatioWithItsEarlierRatio_IsAdjusted()
    {
        const string Control = """
            "n":100,"sum":485.112236689623,"sum_squares":2715.484666118136,"denominator_sum":679.9093275844917,
            "denominator_sum_squares":4939.424001640236,"main_denominator_sum_product":3602.146836776702,
            "covariate_sum":192.59138069991536,"covariate_sum_squares":460.076026390857,"main_covariate_sum_product":1113.6215759318352,
            "denominator_pre_sum":290.1398399750233,"denominator_pre_sum_squares":920.9461385038898,
            "denominator_post_denominator_pre_sum_product":2130.9404074446747,"main_pre_denominator_pre_sum_product":634.239482353647,
            "main_post_denominator_pre_sum_product":1559.2878434944676
            """;
        const string Last = ",\"main_pre_denominator_post_sum_product\":1460.3181079276983";

        var response = AnalysisRequestFile.Parse(
            "{\"metric\":\"ratio\",\"control\":{" + Control + Last + "},\"treatment\":{" + Control + Last + "}}", "test").Run();
        var incomplete = AnalysisRequestFile.Parse(
            "{\"metric\":\"ratio\",\"control\":{" + Control + "},\"treatment\":{" + Control + Last + "}}", "test");

        Assert.Equal(0, response.Effect!.Value, 9);
        Assert.InRange(response.StandardError!.Value, .003, .005);
        Assert.Contains("main_pre_denominator_post_sum_product", Assert.Throws<InvalidDataException>(() => incomplete.Run()).Message);
    }

    [Fact]
    public void Run_CovariateInOneArmOnly_IsRefused()
    {
        var request = AnalysisRequestFile.Parse(
            """
            {"metric":"proportion","control":{"n":100,"sum":50,"covariate_sum":40,"main_covariate_sum_product":30},"treatment":{"n":100,"sum":60}}
            """,
            "test");

        Assert.Contains("both arms", Assert.Throws<InvalidDataException>(() => request.Run()).Message);
    }

    [Theory]
    [InlineData("proportion", """{"n":0,"sum":0}""", "", "The control arm has no units; at least 2 are needed.")]
    [InlineData("proportion", """{"n":-5,"sum":0}""", "", "The control arm has a negative number of units (-5).")]
    [InlineData("proportion", """{"n":100,"sum":101}""", "",
        "The control arm has 101 conversions among 100 units; a proportion needs 0 to 100.")]
    [InlineData("mean", """{"n":100,"sum":50,"sum_squares":20}""", "",
        "No 100 values add up to 50 with squares adding up to 20 (the control arm).")]
    [InlineData("mean", """{"n":100,"sum":1e999,"sum_squares":20}""", "", "The sums of the control arm are not finite numbers.")]
    [InlineData("mean", """{"n":100,"sum":10}""", "", "The control arm has no \"sum_squares\", which this analysis needs.")]
    [InlineData("proportion", """{"n":100,"sum":10}""", "\"alpha\":0,", "alpha is 0; it must lie between 0 and 1.")]
    [InlineData("proportion", """{"n":100,"sum":10}""", "\"alpha\":1.5,", "alpha is 1.5; it must lie between 0 and 1.")]
    [InlineData("proportion", """{"n":100,"sum":10}""", "\"sequential\":true,\"tuning\":-1,",
        "tuning is -1; it must be a number of units above 0.")]
    public void Run_NoDataAtAll_IsRefusedWithOneSentence(string metric, string control, string setting, string sentence)
    {
        var request =
            AnalysisRequestFile.Parse(
            $$$"""{{{{setting}}}"metric":"{{{metric}}}","control":{{{control}}},"treatment":{"n":100,"sum":9,"sum_squares":9}}""", "test");

        Assert.Equal(sentence, Assert.Throws<InvalidDataException>(request.Run).Message);
    }

    [Theory]
    [InlineData("""{"metric":"proportion","control":{"n":100,"sum":10}}""", "line 1: 'treatment' is missing.")]
    [InlineData("""{"metric":"proportion","control":{"sum":10},"treatment":{"n":100,"sum":10}}""", "line 1: 'n' is missing.")]
    [InlineData("""{"metric":"median","control":{"n":100,"sum":10},"treatment":{"n":100,"sum":10}}""",
        "line 1: the value of $.metric is not one that fits.")]
    [InlineData("""{"metric":"mean","control":{"n":100,"sum":10,"covariate_sums":1},"treatment":{"n":100,"sum":10}}""",
        "line 1: there is no field 'covariate_sums'.")]
    [InlineData("[]", "line 1: the value of $ is not one that fits.")]
    public void Parse_NoRequest_SaysWhatAndWhere(string json, string sentence) =>
        Assert.Equal($"The analysis 'test' is not valid: {sentence}",
            Assert.Throws<InvalidDataException>(() => AnalysisRequestFile.Parse(json, "test")).Message);

    [Theory]
    [InlineData("proportion", """{"n":100,"sum":0}""", "zero variance")]
    [InlineData("mean", """{"n":100,"sum":0,"sum_squares":50}""", "mean is zero")]
    public void Run_DataThatSayNothing_AnswerWithAnErrorAndNoNumber(string metric, string control, string part)
    {
        var response =
            AnalysisRequestFile.Parse(
            $$$"""{"metric":"{{{metric}}}","control":{{{control}}},"treatment":{"n":100,"sum":9,"sum_squares":9}}""", "test").Run();

        Assert.Contains(part, response.Error);
        Assert.Equal(AnalysisResponse.Failed(response.Error!), response);
    }

    [Fact]
    public void Run_ProportionCovariate_NarrowsTheInterval()
    {
        static double Width(string covariates)
        {
            var request =
                """{"metric":"proportion","control":{"n":1000,"sum":500 COV},"treatment":{"n":1000,"sum":540 COV}}""".Replace(" COV",
                covariates);
            return AnalysisRequestFile.Parse(request, "test").Run().Interval is [var low, var high] ? high - low : 0;
        }

        Assert.True(Width(",\"covariate_sum\":500,\"main_covariate_sum_product\":400") < 0.9 * Width(""));
    }

    [Theory]
    [InlineData("1000", true)]
    [InlineData("1000.0", true)]
    [InlineData("1e3", true)]
    [InlineData("1000.5", false)]
    [InlineData("\"1000\"", false)]
    public void Parse_UnitsWrittenAsPythonDoes_AreRead(string n, bool read)
    {
        var json = """{"metric":"proportion","control":{"n":COUNT,"sum":100},"treatment":{"n":1000,"sum":120}}""".Replace("COUNT", n);

        if (read)
        {
            Assert.Equal(1000, AnalysisRequestFile.Parse(json, "test").Control.N);
        }
        else
        {
            Assert.Throws<InvalidDataException>(() => AnalysisRequestFile.Parse(json, "test"));
        }
    }
}
