using FashionRecs.Core.Experiments.Results;

namespace FashionRecs.Core.Tests.Experiments.Results;

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
    public void Run_CovariateInOneArmOnly_IsRefused()
    {
        var request = AnalysisRequestFile.Parse(
            """
            {"metric":"proportion","control":{"n":100,"sum":50,"covariate_sum":40,"main_covariate_sum_product":30},"treatment":{"n":100,"sum":60}}
            """,
            "test");

        Assert.Contains("both arms", Assert.Throws<InvalidDataException>(() => request.Run()).Message);
    }

    [Fact]
    public void Run_ProportionCovariate_NarrowsTheInterval()
    {
        static double Width(string covariates)
        {
            var request = """{"metric":"proportion","control":{"n":1000,"sum":500 COV},"treatment":{"n":1000,"sum":540 COV}}""".Replace(" COV", covariates);
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
