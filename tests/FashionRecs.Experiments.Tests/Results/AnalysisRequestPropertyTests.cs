using CsCheck;
using FashionRecs.Experiments.Results;
using FashionRecs.Tests;

namespace FashionRecs.Experiments.Tests.Results;

public class AnalysisRequestPropertyTests
{
    private const string Good =
        """
        {"sequential":true,"tuning":500,"metric":"mean","difference":"absolute",
         "control":{"n":3000,"sum":1396.87,"sum_squares":52377.9767,"covariate_sum":16.87,"covariate_sum_squares":527.9767,"main_covariate_sum_product":1},
         "treatment":{"n":3461,"sum":2422.7,"sum_squares":134698.29,"covariate_sum":22.7,"covariate_sum_squares":1348.29,"main_covariate_sum_product":1}}
        """;

    [Fact]
    public void Parse_AnyText_IsARequestOrSaysWhyNot() =>
        Gen.OneOf(Damage.Text, Damage.Of(Good), Damage.OfJson(Good)).Sample(IsAnsweredOrRefused, iter: 2000);

    /// <summary>A request that is taken is answered, too, or refused in a sentence.</summary>
    private static bool IsAnsweredOrRefused(string text)
    {
        try
        {
            return AnalysisRequestFile.Parse(text, "test").Run() is not null;
        }
        catch (InvalidDataException exception)
        {
            return exception.Message.EndsWith('.');
        }
    }
}
