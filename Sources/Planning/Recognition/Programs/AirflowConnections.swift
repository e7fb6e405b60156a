/// Airflow: a connection with a key as login and password.
///
/// See [the AWS connection](https://airflow.apache.org/docs/apache-airflow-providers-amazon/stable/connections/aws.html).
enum AirflowConnections: ProgramRecogniser {
    static func recognise(_ use: KeyUse) -> ProgramChange? {
        guard use.variable?.hasPrefix("AIRFLOW_CONN_") == true || use.isNamed(beginningWith: "airflow_conn_") else {
            return nil
        }
        return ProgramChange(
            "an Airflow connection",
            "leave login and password out of the connection (aws://), and give it the key by AWS_ACCESS_KEY_ID and "
                + "AWS_SECRET_ACCESS_KEY for now; connections in Airflow's own database have to be looked at as well")
    }
}
