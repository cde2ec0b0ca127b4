namespace FashionRecs.Web.Api.Protocol;

/// <summary>A request that the API does not do; the message is for whoever wrote the program that asked.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="detail">Why, in one sentence.</param>
internal sealed class ApiRefusedException(int status, string detail) : Exception(detail)
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>The thing that was asked for is not there.</summary>
    public static ApiRefusedException Missing(string what) => new(StatusCodes.Status404NotFound, what);

    /// <summary>The request makes no sense.</summary>
    public static ApiRefusedException Bad(string why) => new(StatusCodes.Status400BadRequest, why);
}
